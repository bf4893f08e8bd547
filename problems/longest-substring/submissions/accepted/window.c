#define max(a, b) ((a) > (b) ? (a) : (b))

int lengthOfLongestSubstring(char* s) {
    int last[256], start = 0, best = 0;
    for (int c = 0; c < 256; c++) last[c] = -1;
    for (int i = 0; s[i]; i++) {
        unsigned char c = s[i];
        start = max(start, last[c] + 1);
        last[c] = i;
        best = max(best, i - start + 1);
    }
    return best;
}