/** Exercise 5: a chat server. */
package tp6.chat;
