#include <algorithm>
#include <cctype>
#include <iostream>
#include <map>
#include <string>
#include <vector>

int main() {
    std::map<std::string, int> counts;
    std::string line, word;
    while (std::getline(std::cin, line)) {
        line += '\n';
        for (unsigned char c : line) {
            if (std::isalpha(c)) {
                word += static_cast<char>(std::tolower(c));
            } else if (!word.empty()) {
                ++counts[word];
                word.clear();
            }
        }
    }
    std::vector<std::pair<std::string, int>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    std::cout << sorted.size() << "\n";
    for (const auto &[w, n] : sorted) std::cout << w << ' ' << n << "\n";
    return 0;
}
