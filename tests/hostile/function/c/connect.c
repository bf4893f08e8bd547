// Connects to a listener on this machine.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int attack(int n) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(@PORT@)};
    int done = 0;
    if (!n) return 0;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int family = 0; family < 64; family++) {
        int end = socket(family, SOCK_STREAM, 0);
        done += end >= 0;
        done += connect(end, (struct sockaddr *)&to, sizeof to) == 0;
        done += socket(family, SOCK_DGRAM, 0) >= 0;
    }
    return done;
}
