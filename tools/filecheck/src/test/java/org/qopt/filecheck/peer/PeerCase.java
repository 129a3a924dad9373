package org.qopt.filecheck.peer;

import java.util.List;

/**
 * A call to compare.
 *
 * @param flags the flags
 * @param checks the check file
 * @param input standard input
 */
record PeerCase(List<String> flags, String checks, String input) {}
