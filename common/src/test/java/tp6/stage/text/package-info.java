/** The sentences of a report, and what is shown of a text that a program has sent. */
package tp6.stage.text;
