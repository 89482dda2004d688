# SPDX-FileCopyrightText: 2026 Heliograph contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# heliograph_room(<name> DIR <folder> [PUBLIC targets…] [PRIVATE targets…] [PCH headers…])
# One library from every .cpp in the folder (and its sub-folders): a file in a room belongs to the room.
# Static in what operators get, shared (BUILD_SHARED_LIBS) where hundreds of tests would each hold a copy.
# PUBLIC: the rooms and Qt modules that its headers name. PRIVATE: what it hides.
function(heliograph_room name)
    cmake_parse_arguments(ROOM "" "DIR" "PUBLIC;PRIVATE;PCH" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${ROOM_DIR}/*.cpp ${ROOM_DIR}/*.h)
    if(NOT sources)
        add_library(${name} INTERFACE)
        return()
    endif()
    add_library(${name} ${sources})
    target_link_libraries(${name} PUBLIC heliograph_flags Qt6::Core ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
    target_precompile_headers(${name} PRIVATE <QtCore> ${ROOM_PCH})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()
