// While a range goes on, the map may be changed, and ranged over within. No key comes twice.
//
// Output:
// 100 came, 100 are left
// 10 came, then it was enough
import rendezvous.sync.*;

int came;
int left;

void main() {
    SyncMap<Integer, Integer> m = new SyncMap<>();
    for (int i = 0; i < 100; i++) {
        m.store(i, i);
    }
    m.range((key, value) -> {
        came++;
        m.delete(key);
        m.store(key, value);
        return true;
    });
    m.range((key, value) -> {
        left++;
        return true;
    });
    IO.println(came + " came, " + left + " are left");
    came = 0;
    m.range((key, value) -> {
        came++;
        m.range((other, same) -> false);
        return came < 10;
    });
    IO.println(came + " came, then it was enough");
}
