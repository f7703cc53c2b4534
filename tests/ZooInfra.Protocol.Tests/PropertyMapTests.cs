using CsCheck;

namespace ZooInfra.Protocol.Tests;

public class PropertyMapTests
{
    [Fact]
    public void It_behaves_like_a_sorted_dictionary() => Gen.Select(Gen.String[Gen.Char['a', 'f'], 0, 2], Gen.Int[0, 9], Gen.Bool).Array[0, 40].Sample(steps =>
    {
        var map = PropertyMap.Empty;
        var model = new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (key, number, removes) in steps)
        {
            map = removes ? map.Without(key) : map.With(key, PropertyValue.Of(number));
            if (removes)
            {
                model.Remove(key);
            }
            else
            {
                model[key] = PropertyValue.Of(number);
            }

            Assert.Equal(model.ContainsKey(key), map.TryGetValue(key, out var value));
            Assert.Equal(model.GetValueOrDefault(key), value);
        }

        Assert.Equal(model.ToArray(), map.ToArray());
        Assert.Equal(PropertyMap.From(model.Reverse()), map);
    });

    [Fact]
    public void A_name_given_twice_is_an_error()
        => Assert.Throws<ArgumentException>(() => PropertyMap.From([new("a", PropertyValue.Null), new("a", PropertyValue.Of(1))]));

    [Fact]
    public void A_missing_property_is_named()
        => Assert.Contains("'nothing'", Assert.Throws<KeyNotFoundException>(() => PropertyMap.Empty["nothing"]).Message, StringComparison.Ordinal);
}
