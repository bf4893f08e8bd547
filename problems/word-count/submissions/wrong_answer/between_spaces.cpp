#include <bits/stdc++.h>
using namespace std;

int main() {
    map<string, int> counts;
    string word;
    while (cin >> word) {
        for (char &c : word) c = tolower(c);
        counts[word]++;
    }
    vector<pair<int, string>> sorted;
    for (auto &[w, n] : counts) sorted.push_back({-n, w});
    sort(sorted.begin(), sorted.end());
    cout << sorted.size() << endl;
    for (auto &[n, w] : sorted) cout << w << " " << -n << endl;
}
