// The side of a program that wants pictures: it starts `entente-draw` and talks to it. Safe in programs with threads.

#define _GNU_SOURCE  // for dladdr

#include "drawing.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

extern char **environ;

// MARK: Starting and ending

static int open_sockets(int ends[2]) {
#ifdef SOCK_CLOEXEC
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0 ? 0 : errno;
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return errno;
  int on = 1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    setsockopt(ends[i], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
  }
  return 0;
#endif
}

static int spawn(const char *path, int end, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  // Standard error stays the caller's, where it is open.
  posix_spawn_file_actions_adddup2(&actions, end, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  // The caller may have blocked or ignored signals that this program lives by.
  sigset_t none, usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  const int needed[] = {SIGABRT, SIGBUS, SIGCHLD, SIGFPE, SIGILL, SIGPIPE, SIGSEGV, SIGTRAP};
  for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) sigaddset(&usual, needed[i]);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  char *const arguments[] = {(char *)"entente-draw", NULL};
  int failure = posix_spawn(process, path, &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure;
}

int entente_start_drawer(const char *path, pid_t *process, int *socket) {
  int ends[2];
  int failure = open_sockets(ends);
  if (failure != 0) return failure;
  // Where the caller's standard streams are closed, an end may have got a number below three, which spawning replaces.
  int theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
  int ours = fcntl(ends[0], F_DUPFD_CLOEXEC, 3);
  close(ends[0]);
  close(ends[1]);
  failure = theirs < 0 || ours < 0 ? EMFILE : spawn(path, theirs, process);
  if (theirs >= 0) close(theirs);
  if (failure != 0) {
    if (ours >= 0) close(ours);
    return failure;
  }
  *socket = ours;
  return 0;
}

void entente_stop_drawer(pid_t process, int socket) {
  close(socket);
  kill(process, SIGKILL);
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) continue;
}

// MARK: Asking and hearing

static int send_all(int socket, const void *bytes, size_t size) {
#ifdef MSG_NOSIGNAL
  const int flags = MSG_NOSIGNAL;
#else
  const int flags = 0;
#endif
  const char *place = (const char *)bytes;
  while (size > 0) {
    ssize_t count = send(socket, place, size, flags);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    place += count;
    size -= (size_t)count;
  }
  return 0;
}

int entente_request_drawing(int socket, const struct entente_task *task) {
  struct entente_request request = {ENTENTE_DRAWING_VERSION, strlen(task->engine), strlen(task->formats),
                                    strlen(task->title), strlen(task->author), task->length};
  int failure = send_all(socket, &request, sizeof request);
  if (failure == 0) failure = send_all(socket, task->engine, request.engine);
  if (failure == 0) failure = send_all(socket, task->formats, request.formats);
  if (failure == 0) failure = send_all(socket, task->title, request.title);
  if (failure == 0) failure = send_all(socket, task->author, request.author);
  if (failure == 0) failure = send_all(socket, task->text, task->length);
  return failure;
}

int64_t entente_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

ssize_t entente_receive(int socket, void *bytes, size_t capacity, int64_t deadline) {
  for (;;) {
    int64_t rest = deadline - entente_clock();
    struct pollfd end = {socket, POLLIN, 0};
    int ready = poll(&end, 1, rest <= 0 ? 0 : rest > INT_MAX ? INT_MAX : (int)rest);
    if (ready == 0 && entente_clock() >= deadline) return -2;
    if (ready < 0 && errno != EINTR) return -1;
    if (ready <= 0) continue;
    ssize_t count = recv(socket, bytes, capacity, 0);
    if (count >= 0) return count;
    if (errno != EINTR) return -1;
  }
}

int entente_is_idle(int socket) {
  struct pollfd end = {socket, POLLIN, 0};
  return poll(&end, 1, 0) == 0;
}

// MARK: Finding the program

static char *folder_of(char *path) {
  char *slash = path == NULL ? NULL : strrchr(path, '/');
  if (slash == NULL) {
    free(path);
    return NULL;
  }
  *slash = 0;
  return path;
}

char *entente_folder_of_program(void) {
#ifdef __APPLE__
  char path[PATH_MAX];
  uint32_t size = sizeof path;
  return _NSGetExecutablePath(path, &size) == 0 ? folder_of(realpath(path, NULL)) : NULL;
#else
  return folder_of(realpath("/proc/self/exe", NULL));
#endif
}

char *entente_folder_of_library(void) {
  Dl_info info;
  if (dladdr((void *)entente_folder_of_library, &info) == 0 || info.dli_fname == NULL) return NULL;
  return folder_of(realpath(info.dli_fname, NULL));
}

// MARK: Without the program

int entente_draw_in_place(const struct entente_task *task, char **records, size_t *size) {
  static GVC_t *context;
  if (context == NULL && (context = entente_open_graphviz()) == NULL) return ENOMEM;
  FILE *output = open_memstream(records, size);
  if (output == NULL) return ENOMEM;
  entente_number_names();
  entente_draw(context, task, NULL, output);
  if (!entente_find_fonts()) entente_put(output, entente_record_no_font, "", 0);
  int32_t ended = 0;
  entente_put(output, entente_record_end, &ended, sizeof ended);
  return fclose(output) == 0 ? 0 : errno;
}
