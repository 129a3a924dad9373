/**
 * {@code canonicalize}: brings a program into the one form that later passes expect. Patterns stand
 * in one package a topic, each in a file of its own.
 */
package org.qopt.passes.canonicalize;
