/* The main of a build with sanitizers: the encoded arguments come from stdin; the status of the
 * ABI (4 bytes, little-endian) and the result or the message go to stdout. What the solution
 * prints goes to stderr, as the sanitizers' reports do.
 *
 * With JUDGE_STEP it is for a debugger: what the solution prints goes where people look, and of
 * the result only the message of a failure. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __cplusplus
extern "C" {
#endif
void *judge_input(uint32_t length);
uint32_t judge_call(void);
void *judge_result(void);
#ifdef __cplusplus
}
#endif

static unsigned char *judge_all_of_stdin(size_t *length)
{
    size_t capacity = 1 << 16;
    unsigned char *data = (unsigned char *)malloc(capacity);
    ssize_t got = 0;
    *length = 0;
    while (data != NULL && (got = read(0, data + *length, capacity - *length)) > 0) {
        *length += (size_t)got;
        if (*length == capacity)
            data = (unsigned char *)realloc(data, capacity *= 2);
    }
    return data;
}

static int judge_put(int file, const void *data, size_t length)
{
    const char *at = (const char *)data;
    while (length > 0) {
        ssize_t written = write(file, at, length);
        if (written <= 0)
            return 0;
        at += written;
        length -= (size_t)written;
    }
    return 1;
}

int main(void)
{
    size_t length = 0;
    int answer = dup(1);
    unsigned char *data = judge_all_of_stdin(&length);
    if (data == NULL)
        return 125;
#ifndef JUDGE_STEP
    if (dup2(2, 1) < 0)
        return 125;
#endif
    memcpy(judge_input((uint32_t)length), data, length);
    free(data);
    uint32_t status = judge_call();
    uint64_t fields[6];
    memcpy(fields, judge_result(), sizeof fields);
    /* The result struct: version and status, the duration, then output and message. */
    const uint64_t *text = status == 0 ? fields + 2 : fields + 4;
#ifdef JUDGE_STEP
    if (status != 0)
        judge_put(2, (const void *)(uintptr_t)text[0], (size_t)text[1]);
    return (int)status | close(answer);
#endif
    return judge_put(answer, &status, 4) &&
                   judge_put(answer, (const void *)(uintptr_t)text[0], (size_t)text[1])
               ? 0
               : 125;
}
