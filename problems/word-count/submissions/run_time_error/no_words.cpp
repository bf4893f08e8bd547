#include <bits/stdc++.h>
using namespace std;

int main() {
    vector<string> words;
    string word;
    for (int c = getchar();; c = getchar()) {
        if (c != EOF && isalpha(c)) {
            word += (char)tolower(c);
        } else if (!word.empty()) {
            words.push_back(word);
            word.clear();
        }
        if (c == EOF) break;
    }
    sort(words.begin(), words.end());
    vector<pair<int, string>> counted;
    string current = words.at(0);
    int run = 0;
    for (const string &w : words) {
        if (w != current) {
            counted.push_back({-run, current});
            current = w;
            run = 0;
        }
        run++;
    }
    counted.push_back({-run, current});
    sort(counted.begin(), counted.end());
    cout << counted.size() << '\n';
    for (auto &[n, w] : counted) cout << w << ' ' << -n << '\n';
}
