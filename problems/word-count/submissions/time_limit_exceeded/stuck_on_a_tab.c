#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char text[1 << 20];
static char *words[1 << 18];
static int counts[1 << 18];
static int used;

static int by_word(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void next_separator(char **p) {
    if (strchr(" \n.,;:!?'\"-()", **p)) {
        **p = 0;
        ++*p;
    }
}

int main(void) {
    size_t n = fread(text, 1, sizeof text - 1, stdin);
    text[n] = 0;
    for (char *p = text; p < text + n;) {
        char *start = p;
        for (; isalpha((unsigned char)*p); p++) *p = (char)tolower((unsigned char)*p);
        if (p > start) words[used++] = start;
        next_separator(&p);
    }
    qsort(words, used, sizeof *words, by_word);
    int distinct = 0, most = 0;
    for (int i = 0; i < used; i++) {
        if (distinct == 0 || strcmp(words[distinct - 1], words[i])) words[distinct++] = words[i];
        if (++counts[distinct - 1] > most) most = counts[distinct - 1];
    }
    printf("%d\n", distinct);
    for (; most > 0; most--) {
        for (int i = 0; i < distinct; i++) {
            if (counts[i] == most) printf("%s %d\n", words[i], most);
        }
    }
    return 0;
}
