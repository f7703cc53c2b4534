using ZooInfra.Engine.Planning;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("root", "root")]
    [InlineData("root.nested", "root nested")]
    [InlineData("root[\"nested\"]", "root nested")]
    [InlineData("a.b[0].c", "a b #0 c")]
    [InlineData("a[\"key with \\\"quotes\\\"\"]", "a key with \"quotes\"")]
    [InlineData("[\"root key with a .\"][100]", "root key with a . #100")]
    [InlineData("a[*].b", "a * b")]
    [InlineData("a[\"*\"].b", "a * b")]
    [InlineData("a.*", "a *")]
    [InlineData("a.[0]", "a #0")]
    public void A_path_is_read(string text, string steps)
        => Assert.Equal(steps, string.Join(' ', PropertyPath.Parse(text).Steps.Select(step => step.IsAny ? "*" : step.Name ?? $"#{step.Index}")));

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a[")]
    [InlineData("a[x]")]
    [InlineData("a[-1]")]
    [InlineData("a[\"b]")]
    [InlineData("a[0]b")]
    public void What_is_no_path_is_refused(string text)
        => Assert.Contains($"'{text}' is not a property path", Assert.Throws<FormatException>(() => PropertyPath.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "a.b", true)]
    [InlineData("a.b", "a", false)]
    [InlineData("a.b", "a.c", false)]
    [InlineData("a[*].b", "a[3].b.c", true)]
    [InlineData("a[*]", "a.key", true)]
    [InlineData("*", "anything[0]", true)]
    public void A_path_contains_what_is_inside_of_it(string outer, string inner, bool contains)
        => Assert.Equal(contains, PropertyPath.Parse(outer).Contains(PropertyPath.Parse(inner)));

    [Theory]
    [InlineData("urn:pulumi:dev::proj::fake:index:Thing::aplha", " Did you mean urn:pulumi:dev::proj::fake:index:Thing::alpha?")]
    [InlineData("zzz", " A target is a URN such as urn:pulumi:dev::proj::fake:index:Thing::alpha, or a pattern of them with * and **.")]
    public void Near_names_are_named(string text, string hint)
        => Assert.Equal(hint, NearNames.Hint(text, ["urn:pulumi:dev::proj::fake:index:Thing::alpha", "urn:pulumi:dev::proj::other:index:Kind::omega"]));

    [Fact]
    public void Values_lose_their_outputs_and_keep_their_marks()
    {
        var output = new PropertyValue.OutputValue(PropertyValue.Of("x"), IsSecret: true, ["urn:a"]);
        var unknown = new PropertyValue.OutputValue(null, IsSecret: false, ["urn:b"]);
        var value = PropertyValue.Of(PropertyMap.Empty.With("a", output).With("b", PropertyValue.Of([unknown])));

        Assert.Equal(PropertyValue.Of(PropertyMap.Empty.With("a", PropertyValue.Secret(PropertyValue.Of("x"))).With("b", PropertyValue.Of([PropertyValue.Unknown]))), OutputValues.Downgrade(value));
        Assert.Equal(["urn:a", "urn:b"], OutputValues.DependenciesOf(value));
    }
}
