/** Pages made from what passes, dialects and targets say about themselves. */
package org.qopt.cli.docs;
