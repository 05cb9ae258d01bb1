// A select that does not wait, in the middle of other work
Chan<String> mail = Chan.make(1);
Select s = new Select();
ReceiveCase<String> letter = s.receive(mail);
println(s.tryAwait());                  // Output: -1
mail.send("a letter");
if (s.tryAwait() == letter.index()) {
    println(letter.value());            // Output: a letter
}
