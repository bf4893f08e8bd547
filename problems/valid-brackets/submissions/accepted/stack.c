bool isValid(char* s) {
    char* stack = malloc(strlen(s) + 1);
    int top = 0;
    bool valid = true;
    for (; *s && valid; s++) {
        switch (*s) {
            case '(': stack[top++] = ')'; break;
            case '[': stack[top++] = ']'; break;
            case '{': stack[top++] = '}'; break;
            default: valid = top > 0 && stack[--top] == *s;
        }
    }
    free(stack);
    return valid && top == 0;
}