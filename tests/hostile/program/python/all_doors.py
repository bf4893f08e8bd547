# Tries all of the doors at once: files, network, programs.
import subprocess

n = int(input())
done = 0


def attempt(what):
    global done
    try:
        what()
        done += 1
    except (OSError, ImportError, AttributeError, subprocess.SubprocessError):
        pass


def connect():
    import socket

    socket.socket(socket.AF_INET, socket.SOCK_STREAM).connect(("127.0.0.1", @PORT@))


if n:
    attempt(lambda: open("/etc/passwd").read())
    attempt(lambda: open("@ANSWER@").read())
    attempt(lambda: open("@HOME@/made.txt", "w").close())
    attempt(connect)
    attempt(lambda: subprocess.run(["/usr/bin/touch", "@HOME@/executed"], check=True))
print(done)
