#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    char *word;
    int count;
};

static int by_word(const void *a, const void *b) {
    return strcmp(((const struct entry *)a)->word, ((const struct entry *)b)->word);
}

static int by_count(const void *a, const void *b) {
    const struct entry *x = a, *y = b;
    return x->count != y->count ? y->count - x->count : strcmp(x->word, y->word);
}

int main(void) {
    struct entry *entries = NULL;
    size_t used = 0, room = 0;
    char word[1024];
    int length = 0, c;
    do {
        c = getchar();
        if (c != EOF && isalpha(c)) {
            word[length++] = (char)tolower(c);
            continue;
        }
        if (length > 0) {
            word[length] = 0;
            if (used == room) entries = realloc(entries, (room = 2 * room + 16) * sizeof *entries);
            entries[used].word = malloc(length + 1);
            strcpy(entries[used].word, word);
            entries[used++].count = 1;
        }
        length = 0;
    } while (c != EOF);

    size_t distinct = 0;
    if (used > 0) qsort(entries, used, sizeof *entries, by_word);
    for (size_t i = 0; i < used; i++) {
        if (distinct > 0 && strcmp(entries[distinct - 1].word, entries[i].word) == 0) entries[distinct - 1].count++;
        else entries[distinct++] = entries[i];
    }
    if (distinct > 0) qsort(entries, distinct, sizeof *entries, by_count);
    printf("%zu\n", distinct);
    for (size_t i = 0; i < distinct; i++) printf("%s %d\n", entries[i].word, entries[i].count);
    return 0;
}
