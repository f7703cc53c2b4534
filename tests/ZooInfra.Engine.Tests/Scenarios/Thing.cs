using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>One thing a scenario's program asks for: a resource, a component, a provider, a read. Others are named by their keys.</summary>
internal sealed record Thing(string Key, string Props)
{
    private static readonly char[] Blank = [' '];

    public string Name { get; init; } = Key;

    public string Type { get; init; } = "fake:index:Thing";

    public bool Custom { get; init; } = true;

    /// <summary>The key of the parent; null for the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>The key of its provider; null for the default one.</summary>
    public string? Provider { get; init; }

    /// <summary>The id to be read by; null when it is registered.</summary>
    public string? ReadId { get; init; }

    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Which properties come from which other thing.</summary>
    public IReadOnlyList<(string Property, string Key)> Sources { get; init; } = [];

    /// <summary>What else is said of it; the function turns a key into a URN.</summary>
    public Action<RegisterResourceRequest, Func<string, string>> Says { get; init; } = (_, _) => { };

    /// <summary>The outputs of a component.</summary>
    public string? Outputs { get; init; }

    /// <summary>Properties as <c>a=1 b=?</c>: <c>?</c> is unknown, <c>!x</c> is secret, JSON is read as such, the rest is text.</summary>
    public static PropertyMap Read(string text)
        => PropertyMap.From(text.Split(Blank, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], Value(pair[1]))));

    public Thing On(params string[] keys) => this with { DependsOn = [.. DependsOn, .. keys] };

    public Thing From(string property, string key) => this with { Sources = [.. Sources, (property, key)], DependsOn = [.. DependsOn, key] };

    public Thing Under(string key) => this with { Parent = key };

    public Thing By(string key) => this with { Provider = key };

    public Thing Called(string name) => this with { Name = name };

    public Thing Of(string type) => this with { Type = type };

    public Thing Protected() => Saying((request, _) => request.Protect = true);

    public Thing Unprotected() => Saying((request, _) => request.Protect = false);

    public Thing Retained() => Saying((request, _) => request.RetainOnDelete = true);

    public Thing Ignoring(params string[] paths) => Saying((request, _) => request.IgnoreChanges.Add(paths));

    public Thing ReplacedOn(params string[] paths) => Saying((request, _) => request.ReplaceOnChanges.Add(paths));

    public Thing DeletedWith(string key) => Saying((request, urn) => request.DeletedWith = urn(key));

    public Thing ReplacedWith(string key) => Saying((request, urn) => request.ReplaceWith.Add(urn(key)));

    public Thing Triggered(string value) => Saying((request, _) => request.ReplacementTrigger = PropertyMarshaller.ToValue(Value(value), MarshalOptions.KeepAll));

    public Thing Imported(string id) => Saying((request, _) => request.ImportId = id);

    public Thing DeleteFirst(bool value = true) => Saying((request, _) => (request.DeleteBeforeReplace, request.DeleteBeforeReplaceDefined) = (value, true));

    public Thing Was(string urn) => Saying((request, _) => request.Aliases.Add(new Alias { Urn = urn }));

    public Thing Was(Alias.Types.Spec spec) => Saying((request, _) => request.Aliases.Add(new Alias { Spec = spec }));

    public Thing WasNamed(string name) => Was(new Alias.Types.Spec { Name = name });

    public Thing WasUnder(string key) => Saying((request, urn) => request.Aliases.Add(new Alias { Spec = new() { ParentUrn = urn(key) } }));

    public Thing WithSecretOutputs(params string[] keys) => Saying((request, _) => request.AdditionalSecretOutputs.Add(keys));

    public Thing Within(string create = "", string update = "", string delete = "") => Saying((request, _) => request.CustomTimeouts = new() { Create = create, Update = update, Delete = delete });

    public Thing Versioned(string version) => Saying((request, _) => request.Version = version);

    public Thing Saying(Action<RegisterResourceRequest, Func<string, string>> more)
    {
        var says = Says;
        return this with { Says = (request, urn) => { says(request, urn); more(request, urn); } };
    }

    private static PropertyValue Value(string text) => text switch
    {
        "?" => PropertyValue.Unknown,
        ['!', ..] => PropertyValue.Secret(PropertyValue.Of(text[1..])),
        ['{', ..] or ['[', ..] => PropertyMarshaller.FromValue(Google.Protobuf.JsonParser.Default.Parse<Value>(JsonDocument.Parse(text).RootElement.GetRawText())),
        _ => PropertyValue.Of(text),
    };
}
