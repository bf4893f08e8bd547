typedef struct {
    char** words;
    int count;
    char typed[1024];
    int length;
} WordSuggester;

static int cmp(const void* a, const void* b) {
    return strcmp(*(char**)a, *(char**)b);
}

WordSuggester* wordSuggesterCreate(char** words, int wordsSize) {
    WordSuggester* obj = calloc(1, sizeof(WordSuggester));
    obj->words = malloc(sizeof(char*) * wordsSize);
    memcpy(obj->words, words, sizeof(char*) * wordsSize);
    obj->count = wordsSize;
    qsort(obj->words, wordsSize, sizeof(char*), cmp);
    return obj;
}

char** wordSuggesterType(WordSuggester* obj, char letter, int* retSize) {
    char** answer = malloc(sizeof(char*) * 3);
    obj->typed[obj->length++] = letter;
    *retSize = 0;
    for (int i = 0; i < obj->count && *retSize < 3; i++)
        if (strncmp(obj->words[i], obj->typed, obj->length) == 0) answer[(*retSize)++] = obj->words[i];
    return answer;
}

void wordSuggesterClear(WordSuggester* obj) {
    memset(obj->typed, 0, sizeof obj->typed);
    obj->length = 0;
}

void wordSuggesterFree(WordSuggester* obj) {
    free(obj->words);
    free(obj);
}
