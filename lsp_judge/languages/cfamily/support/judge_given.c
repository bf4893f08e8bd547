/* For a debugger: standard input is the file that JUDGE_INPUT names, opened before anything of the
 * solution's runs. Not every debugger can redirect it. */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __cplusplus
extern "C" {
#endif
__attribute__((constructor(101))) static void judge_open_given(void)
{
    const char *path = getenv("JUDGE_INPUT");
    if (path == NULL)
        return;
    int file = open(path, O_RDONLY);
    if (file < 0 || dup2(file, 0) < 0)
        _exit(125);
    if (file > 0)
        close(file);
}
#ifdef __cplusplus
}
#endif
