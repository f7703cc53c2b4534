using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity.Documents;

/// <summary>
/// A resource that is a reviewed document: <c>STACK/identity/FOLDER/NAME.json</c>. No directory holds these, so there is no live backend; whoever
/// runs the system that does takes the document. Its id is its name.
/// </summary>
internal sealed class DocumentKind(DocumentShape shape, Func<OutFolder> folder) : ResourceKind
{
    private const string Name = "name";

    private readonly string[] _inputs = [Name, .. shape.Fields.Select(field => field.Name)];

    /// <inheritdoc/>
    public override string Type => shape.Type;

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => Read(inputs).Result;

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call)
    {
        var diff = new DiffBuilder(call).Value(Name, replaces: true);
        var old = call.OldOutputs.Count > 0 ? call.OldOutputs : call.OldInputs;
        foreach (var property in _inputs.Union(old.Keys).Except([Name, OutFolder.FileOutput]))
        {
            diff.Value(property);
        }

        var name = call.NewInputs.TryGetValue(Name, out var value) && value.Plain() is PropertyValue.StringValue text && StackFile.IsSafe(text.Value) ? text.Value : null;
        return diff.File(folder(), name is null ? null : File(call.Urn, name).Path).Build();
    }

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var reader = Read(call.Inputs);
        RequireGood(reader, call.Urn);
        var name = reader.Inputs[Name].Plain() is PropertyValue.StringValue text ? text.Value : "";
        if (!call.Preview)
        {
            var (file, wanted) = (File(call.Urn, name), Text(call.Urn, reader));
            await file.ChangeAsync(found => found is null || found == wanted ? wanted
                : throw new ProviderException($"{call.Urn.Name}: the {shape.Word} '{name}' exists already with other content in {file.Path}. Import it (pulumi import {Type} NAME {name}) or move the file away. Nothing was changed."), cancellationToken);
        }

        return new(name, Outputs(call.Urn, reader.Inputs, name, PropertyMap.Empty));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var file = File(call.Urn, call.Id, call.Outputs);
        if (await file.ReadAsync(cancellationToken) is not { } text)
        {
            return null;
        }

        PropertyMap found;
        try
        {
            found = DocumentJson.Read(text).With(Name, PropertyValue.Of(call.Id));
        }
        catch (FormatException exception)
        {
            throw new ProviderException($"{file.Path}: {exception.Message} Nothing was changed; put it right, or move the file away and run a refresh.", exception);
        }

        var changed = Diff(new(call.Urn, call.Id, call.Inputs, call.Outputs, found)).Changes.Keys.ToHashSet();
        var inputs = Drift.Merge(found, call.Inputs.Count > 0 ? call.Inputs : call.Outputs, changed.Contains);
        return new(call.Id, inputs, Outputs(call.Urn, inputs, call.Id, call.Outputs));
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var reader = Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        if (!call.Preview)
        {
            var (file, wanted) = (File(call.Urn, call.Id, call.OldOutputs), Text(call.Urn, reader));
            await file.ChangeAsync(found => found is null
                ? throw new ProviderException($"{call.Urn.Name}: the {shape.Word} '{call.Id}' is gone ({file.Path}). Run a refresh, so that the next update makes it again.")
                : wanted, cancellationToken);
        }

        return Outputs(call.Urn, reader.Inputs, call.Id, call.OldOutputs);
    }

    /// <inheritdoc/>
    public override ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken) => File(call.Urn, call.Id, call.OldOutputs).ChangeAsync(_ => null, cancellationToken);

    private InputReader Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, _inputs);
        if (reader.RequiredText(Name, "staff") is { } name && !StackFile.IsSafe(name))
        {
            reader.Fail(Name, $"'{Name}' must be 1 to 200 letters, digits, hyphens, underscores and dots, with no dot at its ends; it becomes the name of a file.");
        }

        foreach (var field in shape.Fields)
        {
            if (field.Default is { } fallback)
            {
                reader.Default(field.Name, fallback);
            }

            if (!reader.Inputs.TryGetValue(field.Name, out var value))
            {
                if (field.Required)
                {
                    reader.Fail(field.Name, $"'{field.Name}' is missing.");
                }

                continue;
            }

            if (value.HoldsSecret())
            {
                reader.Fail(field.Name, $"'{field.Name}' is secret, and a {shape.Word} is a file for people to review. Leave the secret out.");
                continue;
            }

            foreach (var (path, problem) in field.Type.Check(field.Name, value))
            {
                reader.Fail(path, $"'{path}' {problem}");
            }
        }

        return reader;
    }

    private string Text(ResourceUrn urn, InputReader reader)
        => _inputs.FirstOrDefault(name => reader.Inputs.TryGetValue(name, out var value) && HoldsUnknown(value)) is { } unknown ? throw NotKnown(urn, unknown) : DocumentJson.Write(reader.Inputs);

    private static bool HoldsUnknown(PropertyValue value) => value.Plain() switch
    {
        PropertyValue.UnknownValue => true,
        PropertyValue.ArrayValue array => array.Items.Any(HoldsUnknown),
        PropertyValue.ObjectValue map => map.Properties.Values.Any(HoldsUnknown),
        _ => false,
    };

    private PropertyMap Outputs(ResourceUrn urn, PropertyMap inputs, string name, PropertyMap old)
        => inputs.With(OutFolder.FileOutput, name.Length == 0 ? PropertyValue.Unknown : PropertyValue.Of(folder().Record(File(urn, name, old).Path)));

    private StackFile File(ResourceUrn urn, string name) => File(urn, name, PropertyMap.Empty);

    // The file that a document was made in, which zoo:out may not name any more.
    private StackFile File(ResourceUrn urn, string name, PropertyMap outputs)
    {
        if (!StackFile.IsSafe(name))
        {
            throw new ProviderException($"{urn.Name}: the id of a {shape.Word} is its name, such as staff: letters, digits, hyphens, underscores and dots.");
        }

        var root = outputs.TryGetValue(OutFolder.FileOutput, out var value) && value.Plain() is PropertyValue.StringValue recorded
            ? folder().Root(recorded.Value, $"{urn.Stack}/identity/{shape.Folder}/{name}.json")
            : folder().Path;
        return new(root, urn.Stack, Path.Combine("identity", shape.Folder), $"{name}.json");
    }
}
