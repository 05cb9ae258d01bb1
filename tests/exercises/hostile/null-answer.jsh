// hostile: hands null over
// says: wants a `Kitchen`, got null
// call: () -> null
int nothing = 0;
