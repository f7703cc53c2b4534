using System.Collections.Immutable;
using CsCheck;
using Pulumi;
using Pulumi.Utilities;

namespace ZooInfra.Pulumi.Tests;

public class OutputTests
{
    /// <summary>An output in one of four states.</summary>
    private static readonly Gen<Output<string>> Any = Gen.Select(Gen.Bool, Gen.Bool, Gen.String[Gen.Char['a', 'z'], 0, 3])
        .Select((known, secret, text) => secret
            ? Output.CreateSecret(known ? Output.Create(text) : OutputUtilities.CreateUnknown(text))
            : known ? Output.Create(text) : OutputUtilities.CreateUnknown(text));

    [Fact]
    public Task Combining_is_known_when_all_are_and_secret_when_one_is() => Gen.Select(Any, Any, Any).SampleAsync(async (a, b, c) =>
    {
        var known = await OutputUtilities.GetIsKnownAsync(a) && await OutputUtilities.GetIsKnownAsync(b) && await OutputUtilities.GetIsKnownAsync(c);
        var secret = await Output.IsSecretAsync(a) || await Output.IsSecretAsync(b) || await Output.IsSecretAsync(c);
        await IsAsync(Output.All(a, b, c), known, secret);
        await IsAsync(Output.Tuple(a, b, c), known, secret);
        await IsAsync(Output.Format($"{a}{b}{c}"), known, secret);
        await IsAsync(((InputList<string>)new[] { a, b, c }).ToOutput(), known, secret);
        await IsAsync(new InputMap<string> { ["a"] = a, ["b"] = b, ["c"] = c }.ToOutput(), known, secret);
        if (known)
        {
            await IsAsync(a.Apply(_ => b.Apply(_ => c)), known, secret);
        }
    });

    [Fact]
    public Task A_function_is_not_run_on_an_unknown_value() => Any.SampleAsync(async output =>
    {
        var ran = false;
        var result = output.Apply(text =>
        {
            ran = true;
            return text.Length;
        });
        await IsAsync(result, await OutputUtilities.GetIsKnownAsync(output), await Output.IsSecretAsync(output));
        Assert.Equal(await OutputUtilities.GetIsKnownAsync(output), ran);
    });

    [Fact]
    public async Task An_exception_in_a_function_is_the_outputs()
    {
        var output = Output.Create(1).Apply(Fail);
        await Assert.ThrowsAsync<InvalidOperationException>(() => OutputUtilities.GetValueAsync(output));

        static int Fail(int value) => throw new InvalidOperationException("no");
    }

    [Fact]
    public async Task A_list_grows_from_any_side()
    {
        InputList<string> list = ["a"];
        list.Add("b", Output.Create("c"));
        list.AddRange(Output.Create(ImmutableArray.Create("d")));
        list.Add("e");
        Assert.Equal(["a", "b", "c", "d", "e"], (await OutputUtilities.GetValueAsync(list.ToOutput())).AsEnumerable());

        var seen = new List<string>();
        await foreach (var item in list)
        {
            seen.Add(await OutputUtilities.GetValueAsync(item.ToOutput()));
        }

        Assert.Equal(["a", "b", "c", "d", "e"], seen);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task A_concatenation_leaves_its_parts_alone()
    {
        InputList<string> first = ["a"];
        var both = first.Concat(["b"]);
        both.Add("c");
        Assert.Equal(["a"], (await OutputUtilities.GetValueAsync(first.ToOutput())).AsEnumerable());
        Assert.Equal(["a", "b", "c"], (await OutputUtilities.GetValueAsync(both.ToOutput())).AsEnumerable());
    }

    [Fact]
    public async Task The_second_map_wins_in_a_merge()
    {
        var merged = InputMap<string>.Merge(new() { { "a", "1" }, { "b", "1" } }, Output.Create(new Dictionary<string, string> { ["b"] = "2" }));
        var map = await OutputUtilities.GetValueAsync(merged.ToOutput());
        Assert.Equal(("1", "2"), (map["a"], map["b"]));
        Assert.Throws<ArgumentException>(() => new InputMap<string> { { "a", "1" }, { "a", "2" } });
    }

    [Fact]
    public void Null_collections_stay_null()
    {
        InputList<string> list = default(ImmutableArray<string>);
        InputMap<string> map = (Dictionary<string, string>)null!;
        Assert.Null(list);
        Assert.Null(map);
    }

    [Fact]
    public void A_deferred_output_is_resolved_once()
    {
        var deferred = new DeferredOutput<int>();
        deferred.Resolve(Output.Create(1));
        Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Output.Create(2)));
    }

    [Fact]
    public void A_union_is_one_of_two()
    {
        Union<int, string> number = 1;
        Union<int, string> text = "x";
        Assert.True(number.IsT0 && text.IsT1);
        Assert.Equal("1x", number.Match(n => $"{n}", t => t) + text.Match(n => $"{n}", t => t));
        Assert.NotEqual(number, text);
        Assert.Equal(text, Union<int, string>.FromT1("x"));
        Assert.True(text.TryPickT1(out var picked, out _));
        Assert.Equal("x", picked);
        Assert.Throws<InvalidOperationException>(() => text.AsT0);
        Assert.Equal(2, number.MapT0(n => n + 1).AsT0);
        Assert.Equal("1", number.Bimap(n => $"{n}", t => t.Length).AsT0);
    }

    private static async Task IsAsync<T>(Output<T> output, bool known, bool secret)
    {
        Assert.Equal(known, await OutputUtilities.GetIsKnownAsync(output));
        Assert.Equal(secret, await Output.IsSecretAsync(output));
    }
}
