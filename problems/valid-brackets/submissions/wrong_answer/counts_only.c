bool isValid(char* s) {
    int round = 0, square = 0, curly = 0;
    for (; *s; s++) {
        round += (*s == '(') - (*s == ')');
        square += (*s == '[') - (*s == ']');
        curly += (*s == '{') - (*s == '}');
        if (round < 0 || square < 0 || curly < 0) return false;
    }
    return round == 0 && square == 0 && curly == 0;
}