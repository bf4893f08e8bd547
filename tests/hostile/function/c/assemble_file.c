// Has the assembler read the answer of its own case.
__asm__(".section .rodata\nstolen: .incbin \"@ANSWER@\"\n.previous\n");
extern const char stolen[] __asm__("stolen");
int attack(int n) { return n ? stolen[0] : 0; }
