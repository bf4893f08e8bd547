/* Speaks the harness ABI by hand and tries the door that its one argument names; the answer is
 * 1 where it opened. Nothing comes of it: no program is named, nobody is sent a signal. */
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    uint32_t abi_version, status;
    uint64_t duration_ns, output, output_len, message, message_len;
} result_t;

static result_t result = {1};
static char input[1 << 16];
static int read_early;

__attribute__((constructor)) static void first(void) {
    read_early = open("/etc/passwd", O_RDONLY) >= 0;
}

static void *nothing(void *none) { return none; }

static int forks(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child > 0) waitpid(child, 0, 0);
    return child > 0;
}

static int opens(int door) {
    pthread_t thread;
    switch (door) {
    case 0: return pthread_create(&thread, 0, nothing, 0) == 0 && pthread_join(thread, 0) == 0;
    case 1: return read_early;
    case 2: return open("/etc/passwd", O_RDONLY) >= 0;
    case 3: return open("/dev/null", O_WRONLY) >= 0;
    case 4: return socket(AF_INET, SOCK_STREAM, 0) >= 0;
    case 5: return syscall(SYS_execve, "", 0, 0) == 0 || access("/etc/passwd", R_OK) == 0;
    case 6: return forks();
    case 7: return kill(getppid(), 0) == 0;
    case 8: return dlopen("libBrokenLocale.so.1", RTLD_NOW) != 0;
    case 9: return fcntl(syscall(SYS_memfd_create, "x", 0), F_GETFD) >= 0;
    default: return 0;
    }
}

uint32_t judge_abi_v1(void) { return 1; }
uint32_t judge_abi_version(void) { return 1; }
void *judge_input(uint32_t length) { (void)length; return input; }
result_t *judge_result(void) { return &result; }
uint32_t judge_bench(uint32_t iterations, uint32_t warmup) { return iterations + warmup; }
uint32_t judge_call(void) {
    input[1] = (char)opens(input[1]);
    result.output = (uintptr_t)input;
    result.output_len = 2;
    return 0;
}
