using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>The engine's own package: references to other stacks, stashes, look-ups of resources (protocol facts, section 4.4).</summary>
internal sealed class BuiltinProvider(RunContext context, Registrations registrations) : IResourceProvider
{
    public const string Name = "pulumi";

    private const string StackReference = "pulumi:pulumi:StackReference";
    private const string Stash = "pulumi:index:Stash";

    public string Package => Name;

    public string Version => "";

    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => new(new CheckResult(config));

    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken) => default;

    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken)
    {
        var (key, kind) = call.Urn.Type switch
        {
            StackReference => ("name", "the name of a stack"),
            Stash => ("input", "the value to keep"),
            _ => throw Unknown(call.Urn),
        };
        return new(call.NewInputs.ContainsKey(key) ? new CheckResult(call.NewInputs) : new CheckResult(call.NewInputs, [new(key, $"must be given: {kind}")]));
    }

    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken)
    {
        var key = call.Urn.Type == StackReference ? "name" : "input";
        return new(Equals(call.OldInputs.GetValueOrDefault(key), call.NewInputs.GetValueOrDefault(key))
            ? DiffResult.None
            : new DiffResult(DiffResult.None.Changes.Add(key, new(ChangeKind.Update, Replaces: call.Urn.Type == StackReference))));
    }

    public ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
        => new(call.Urn.Type switch
        {
            StackReference => Text(call.Inputs["name"]) is { } name ? new CreateResult(name, Outputs(name)) : new CreateResult("", call.Inputs),
            Stash => new CreateResult(call.Preview ? "" : Guid.NewGuid().ToString(), call.Inputs.With("output", call.Inputs["input"])),
            _ => throw Unknown(call.Urn),
        });

    public ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
        => new(call.OldOutputs.TryGetValue("output", out var kept) ? call.NewInputs.With("output", kept) : call.NewInputs);

    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
        => new(call.Urn.Type switch
        {
            StackReference => new ReadResult(call.Id, PropertyMap.Empty.With("name", PropertyValue.Of(call.Id)), Outputs(call.Id)),
            Stash => new ReadResult(call.Id, call.Inputs, call.Outputs),
            _ => throw Unknown(call.Urn),
        });

    public ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken) => default;

    public ValueTask<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken)
        => new(new InvokeResult(call.Token switch
        {
            "pulumi:pulumi:getResource" => Resource(Required(call, "urn")),
            "pulumi:pulumi:readStackOutputs" => Outputs(Required(call, "name")),
            "pulumi:pulumi:readStackResourceOutputs" => ResourceOutputs(Required(call, "stackName")),
            _ => throw new ProviderException($"The engine has no function '{call.Token}'."),
        }));

    private static ProviderException Unknown(ResourceUrn urn) => new($"The engine has no resource type '{urn.Type}'.");

    private static string Required(InvokeCall call, string key)
        => Text(call.Args.GetValueOrDefault(key) ?? PropertyValue.Null) ?? throw new ProviderException($"{call.Token} needs '{key}'.");

    private static string? Text(PropertyValue value) => value switch
    {
        PropertyValue.StringValue text => text.Value,
        PropertyValue.SecretValue secret => Text(secret.Inner),
        _ => null,
    };

    private PropertyMap Outputs(string name)
    {
        var outputs = Load(name).Resources.FirstOrDefault(resource => resource.Type == ResourceUrn.StackType)?.Outputs ?? PropertyMap.Empty;
        return PropertyMap.Empty
            .With("name", PropertyValue.Of(name))
            .With("outputs", PropertyValue.Of(outputs))
            .With("secretOutputNames", PropertyValue.Of(outputs.Where(output => SecretPaths.First(PropertyMap.Empty.With(output.Key, output.Value)) is not null).Select(output => PropertyValue.Of(output.Key))));
    }

    private PropertyMap ResourceOutputs(string name)
        => PropertyMap.Empty
            .With("name", PropertyValue.Of(name))
            .With("outputs", PropertyValue.Of(PropertyMap.From(Load(name).Resources
                .Where(resource => !resource.Delete)
                .Select(resource => KeyValuePair.Create(
                    resource.Urn.Text,
                    PropertyValue.Of(PropertyMap.Empty.With("type", PropertyValue.Of(resource.Type)).With("outputs", PropertyValue.Of(resource.Outputs))))))));

    /// <summary>The state of a stack named <c>stack</c>, <c>organization/stack</c> or <c>organization/project/stack</c>.</summary>
    private Snapshot Load(string name)
    {
        var (project, stack) = name.Split('/') switch
        {
            [var only] => (context.Project, only),
            ["organization", var only] => (context.Project, only),
            ["organization", var other, var only] => (other, only),
            _ => throw new ProviderException($"'{name}' is not the name of a stack; it is STACK or organization/PROJECT/STACK."),
        };
        try
        {
            return context.OtherStack(project, stack) ?? throw new ProviderException($"There is no stack '{name}' in this state. Run it first, or correct the reference.");
        }
        catch (StateException e)
        {
            throw new ProviderException($"The stack '{name}' cannot be read: {e.Message}", e);
        }
    }

    private PropertyMap Resource(string urn)
    {
        var state = registrations.Find(urn)?.State ?? throw new ProviderException($"The program has no resource {urn}; a resource is looked up after it was registered.");
        return PropertyMap.Empty
            .With("urn", PropertyValue.Of(urn))
            .With("id", state.Id.Length > 0 ? PropertyValue.Of(state.Id) : state.Custom ? PropertyValue.Unknown : PropertyValue.Of(""))
            .With("state", PropertyValue.Of(state.Outputs))
            .With("provider", PropertyValue.Of(state.Provider));
    }
}
