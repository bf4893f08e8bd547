/* Puts the sandbox on and becomes the solution's program.
 *
 * The worker starts this with posix_spawn, which costs a tenth of forking the interpreter. It is
 * trusted and runs nothing of the user's. Descriptor 100 is the program, 101 the seccomp filter,
 * in which a placeholder stands for the id of the process that it will guard (worker/filters.py).
 * With an argument the filter asks: its listener goes to the worker through the socket 102.
 * Limits, no_new_privs and the empty environment are inherited. Any failure ends with 126.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PROGRAM = 100, FILTER = 101, WATCHER = 102, PLACEHOLDER = 0x5EED1D, MOST = 4096, FAILED = 126 };

#ifndef SECCOMP_FILTER_FLAG_NEW_LISTENER
#define SECCOMP_FILTER_FLAG_NEW_LISTENER (1UL << 3)
#endif

static struct sock_filter filter[MOST];

/* Hands `listener` to whoever holds the other end of the socket; 0 where that went well. */
static int hand_over(int listener) {
    union { char bytes[CMSG_SPACE(sizeof(int))]; struct cmsghdr header; } control;
    char nothing = 0;
    struct iovec part = {&nothing, 1};
    struct msghdr message = {0};
    struct cmsghdr *rights;

    memset(&control, 0, sizeof control);
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof listener);
    memcpy(CMSG_DATA(rights), &listener, sizeof listener);
    return sendmsg(WATCHER, &message, 0) == 1 && close(listener) == 0 && close(WATCHER) == 0 ? 0 : -1;
}

int main(int count, char **arguments) {
    char *argv[] = {"solution", 0}, *environment[] = {0};
    ssize_t size = pread(FILTER, filter, sizeof filter, 0);
    struct sock_fprog program = {(unsigned short)(size / (ssize_t)sizeof *filter), filter};
    unsigned int self = (unsigned int)getpid();
    int asks = count > 1;
    long listener;

    (void)arguments;
    if (size <= 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return FAILED;
    for (int i = 0; i < program.len; i++)
        if (filter[i].k == PLACEHOLDER) filter[i].k = self;
    if (fcntl(PROGRAM, F_SETFD, FD_CLOEXEC) != 0 || fcntl(FILTER, F_SETFD, FD_CLOEXEC) != 0
        || fcntl(WATCHER, F_SETFD, FD_CLOEXEC) != 0)
        return FAILED;
    listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                       asks ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0, &program);
    if (listener < 0 || (asks && hand_over((int)listener) != 0)) return FAILED;
    syscall(SYS_execveat, PROGRAM, "", argv, environment, AT_EMPTY_PATH);
    return FAILED;
}
