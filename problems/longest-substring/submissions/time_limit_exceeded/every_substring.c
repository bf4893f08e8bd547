static bool distinct(const char* s, int from, int to) {
    bool seen[128] = {false};
    for (int i = from; i <= to; i++) {
        if (seen[(int)s[i]]) return false;
        seen[(int)s[i]] = true;
    }
    return true;
}

int lengthOfLongestSubstring(char* s) {
    int n = strlen(s), best = 0;
    for (int i = 0; i < n; i++) {
        for (int j = i; j < n; j++) {
            if (distinct(s, i, j) && j - i + 1 > best) best = j - i + 1;
        }
    }
    return best;
}
