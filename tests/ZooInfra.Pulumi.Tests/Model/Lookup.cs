using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Pulumi.Tests;

internal sealed class LookupArgs : InvokeArgs
{
    [Input("name", required: true)]
    public string? Name { get; set; }

    [Input("tags")]
    public Dictionary<string, string>? Tags { get; set; }
}

internal sealed class LookupOutputArgs : InvokeArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

internal sealed class MethodArgs : CallArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }
}

[OutputType]
internal sealed class LookupResult
{
    public readonly string Name;
    public readonly ImmutableDictionary<string, string>? Tags;

    [OutputConstructor]
    private LookupResult(string name, ImmutableDictionary<string, string>? tags) => (Name, Tags) = (name, tags);
}
