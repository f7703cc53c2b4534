using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Registers the resources of a program with the engine and fills their outputs from the answers.</summary>
internal sealed class Registrar(Deployment deployment)
{
    /// <summary>Begins to register, read or look up a resource; its end is tracked.</summary>
    public void Start(
        Resource resource,
        bool custom,
        bool remote,
        ResourceArgs args,
        ResourceOptions options,
        RegisterPackageRequest? package,
        Dictionary<string, OutputCompletion> outputs)
        => deployment.Runner.Track(CompleteAsync(resource, new(deployment, resource, custom, remote, args, options, package), outputs));

    /// <summary>Begins to register the outputs of a component; its end is tracked.</summary>
    public void StartOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs)
        => deployment.Runner.Track(RegisterOutputsAsync(component, outputs));

    private async Task CompleteAsync(Resource resource, Registration registration, Dictionary<string, OutputCompletion> outputs)
    {
        try
        {
            var answer = await registration.SendAsync().ConfigureAwait(false);
            Fill(resource, answer, outputs);
        }
        catch (Exception e)
        {
            foreach (var output in outputs.Values)
            {
                output.Fail(e);
            }

            throw;
        }
    }

    private void Fill(Resource resource, RegistrationAnswer answer, Dictionary<string, OutputCompletion> outputs)
    {
        var self = OutputData<object?>.Plain(null).Resources.Add(resource);
        foreach (var (name, output) in outputs)
        {
            if (name == "urn")
            {
                output.Complete(new(self, answer.Urn, true, false));
            }
            else if (name == "id" && resource is CustomResource)
            {
                output.Complete(new(self, answer.Id, answer.Id.Length > 0, false));
            }
            else if (answer.State.TryGetValue(name, out var value))
            {
                var data = Converter.Convert($"{resource.GetType().FullName}.{name}", value, output.ValueType);
                output.Complete(data with { Resources = self.Union(data.Resources).Union(answer.DependenciesOf(name)) });
            }
            else
            {
                output.CompleteDefault(self, isKnown: !deployment.Settings.IsDryRun && answer.Succeeded);
            }
        }
    }

    private async Task RegisterOutputsAsync(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        var serializer = new Serializer(keepOutputs: false, referencesAreDependencies: true, await deployment.Features.ResourceReferencesAsync.ConfigureAwait(false));
        var data = await outputs.DataAsync.ConfigureAwait(false);
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, value) in data.Value ?? new Dictionary<string, object?>())
        {
            if (await SerializedAsync(serializer, name, data.IsSecret ? Output.CreateSecret(value) : value).ConfigureAwait(false) is { } property)
            {
                properties.Add(KeyValuePair.Create(name, property));
            }
        }

        await deployment.Monitor.RegisterResourceOutputsAsync(new()
        {
            Urn = (await component.Urn.DataAsync.ConfigureAwait(false)).Value,
            Outputs = PropertyMarshaller.ToStruct(PropertyMap.From(properties), MarshalOptions.KeepAll),
        }).ConfigureAwait(false);
    }

    /// <summary>Serialises one property and names it in the error when that fails.</summary>
    internal static async ValueTask<PropertyValue?> SerializedAsync(Serializer serializer, string name, object? value)
    {
        try
        {
            return await serializer.SerializeAsync(name, value).ConfigureAwait(false);
        }
        catch (UnsupportedInputException e)
        {
            throw new UnsupportedInputException($"error serializing property \"{name}\": {e.Message}");
        }
    }
}
