/* Lets one call of the C library fail or kill the process: `fault_arm` says which and how.
 *
 * Preloaded into Python by tests/faults/injected.py. Counted are calls that change what is on a
 * disk, on descriptors of files; the n-th of them after arming has the fault. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static long left = -1, made = 0;
static int how = 0;

void fault_arm(long number, int error) { left = number; how = error; made = 0; }
long fault_made(void) { return made; }

static int due(void) {
  if (left < 0) return 0;
  made++;
  if (__atomic_sub_fetch(&left, 1, __ATOMIC_SEQ_CST) != 0) return 0;
  if (how < 0) kill(getpid(), SIGKILL);
  errno = how;
  return 1;
}

static int is_file(int fd) {
  struct stat found;
  int kept = errno, yes = fd > 2 && fstat(fd, &found) == 0 && S_ISREG(found.st_mode);
  errno = kept;
  return yes;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *from, size_t size) {
  REAL(write);
  if (is_file(fd) && due()) {
    if (how == ENOSPC && size > 1) return real(fd, from, size / 2); /* a full disk cuts short first */
    return -1;
  }
  return real(fd, from, size);
}
int fsync(int fd) { REAL(fsync); return due() ? -1 : real(fd); }
int rename(const char *a, const char *b) { REAL(rename); return due() ? -1 : real(a, b); }
int renameat(int a, const char *b, int c, const char *d) { REAL(renameat); return due() ? -1 : real(a, b, c, d); }
int renameat2(int a, const char *b, int c, const char *d, unsigned e) {
  REAL(renameat2); return due() ? -1 : real(a, b, c, d, e);
}
int mkdir(const char *a, mode_t m) { REAL(mkdir); return due() ? -1 : real(a, m); }
int unlink(const char *a) { REAL(unlink); return due() ? -1 : real(a); }
int rmdir(const char *a) { REAL(rmdir); return due() ? -1 : real(a); }

#define OPENING(flags) int mode = 0; \
  if ((flags) & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); \
    if (due()) return -1; }
int open(const char *path, int flags, ...) { REAL(open); OPENING(flags) return real(path, flags, mode); }
int open64(const char *path, int flags, ...) { REAL(open64); OPENING(flags) return real(path, flags, mode); }
