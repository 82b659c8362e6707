// What glibc has for starting a program carefully, but shows only to those who define _GNU_SOURCE, which Swift doesn't.
#pragma once

#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>

extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *former);
