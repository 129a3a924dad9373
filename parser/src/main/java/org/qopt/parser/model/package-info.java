/** What the readers of binary models share: building the program, naming nodes, input shapes. */
package org.qopt.parser.model;
