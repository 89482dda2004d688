// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A disk that is full as long as the file named by HELIOGRAPH_TEST_FULL_DISK exists.
 *
 * Loaded into the real program by LD_PRELOAD (brokendisktest.cpp), so that nobody has to be root to fill a disk: every write
 * to a regular file then ends with ENOSPC, as the kernel says it. Pipes and sockets go on, and so do files whose name ends
 * as HELIOGRAPH_TEST_FULL_DISK_SPARES says: those lie on another disk.
 */

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace {

bool isSpared(int descriptor)
{
    static const char *const ending = std::getenv("HELIOGRAPH_TEST_FULL_DISK_SPARES");
    if (!ending)
        return false;
    std::array<char, 64> link;
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    std::array<char, 4096> name;
    const ssize_t size = ::readlink(link.data(), name.data(), name.size());
    return size > 0 && std::string_view(name.data(), std::size_t(size)).ends_with(ending);
}

bool isFull(int descriptor)
{
    static const char *const mark = std::getenv("HELIOGRAPH_TEST_FULL_DISK");
    struct stat status = {};
    if (!mark || ::access(mark, F_OK) != 0 || ::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) ||
        isSpared(descriptor))
        return false;
    errno = ENOSPC;
    return true;
}

template <typename Function>
Function next(Function, const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto real = next(&write, "write");
    return isFull(descriptor) ? -1 : real(descriptor, bytes, size);
}

__attribute__((visibility("default"))) ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static const auto real = next(&pwrite, "pwrite");
    return isFull(descriptor) ? -1 : real(descriptor, bytes, size, offset);
}

__attribute__((visibility("default"))) ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = next(&pwrite64, "pwrite64");
    return isFull(descriptor) ? -1 : real(descriptor, bytes, size, offset);
}
}
