#define swap(a, b) do { char t = a; a = b; b = t; } while (0)

void reverseString(char* s, int sSize) {
    for (int i = 0; i < sSize / 2; i++) swap(s[i], s[sSize - 1 - i]);
}
