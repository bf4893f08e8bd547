#include <iostream>

int main() {
    int a = 0, b = 0;
    std::cin >> a >> b;
    std::cout << (long long)a + b << std::endl;
    return 0;
}
