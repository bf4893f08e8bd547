#include <bits/stdc++.h>
using namespace std;

int main() {
    long long n;
    cin >> n;
    long long a = 0, b = sqrtl(n) + 1;
    while (a <= b) {
        long long sum = a * a + b * b;
        if (sum == n) {
            cout << b << ' ' << a << endl;
            return 0;
        }
        if (sum < n) a++;
        else b--;
    }
    cout << "impossible" << endl;
}
