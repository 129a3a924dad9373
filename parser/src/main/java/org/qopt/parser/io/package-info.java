/**
 * What all readers and writers of files share: how a fault of the file system is told to the user,
 * and how output files appear whole or not at all.
 */
package org.qopt.parser.io;
