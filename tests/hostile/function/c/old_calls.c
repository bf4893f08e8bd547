// Calls the kernel by its 32-bit table, whose numbers mean other things: 11 is execve there.
int attack(int n) {
    int result = -1;
    static const char path[] = "/bin/true";
    if (!n) return 0;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(5), "b"(path), "c"(0), "d"(0) : "memory");
    return result >= 0;
}
