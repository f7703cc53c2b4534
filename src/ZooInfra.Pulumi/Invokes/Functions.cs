using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Calls functions of providers through the engine (protocol facts, section 2.1.5).</summary>
internal sealed class Functions(Deployment deployment)
{
    private Task _ready = Task.CompletedTask;

    /// <summary>Makes calls wait for <paramref name="registration"/>: a transform holds for the calls that come after it.</summary>
    public void WaitFor(Task registration) => _ready = Task.WhenAll(_ready, registration);

    /// <summary>Calls a function of the engine itself.</summary>
    public async Task<PropertyMap> InvokeEngineAsync(string token, PropertyMap args)
    {
        var response = await EngineCalls.AnswerAsync(
            deployment.Monitor.InvokeAsync(new()
            {
                Tok = token,
                Args = PropertyMarshaller.ToStruct(args, MarshalOptions.NoOutputs),
                AcceptResources = deployment.Settings.ResourceReferences,
            }),
            $"Invoking '{token}'").ConfigureAwait(false);
        Check(token, response.Failures);
        return EngineCalls.Read(response.Return, $"Invoking '{token}'");
    }

    /// <summary>Calls a function and reads its result.</summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="package">The package that the engine must know first.</param>
    /// <param name="single">Whether the only value of the result is meant, not the object around it.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public async Task<OutputData<T>> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? package, bool single)
    {
        await _ready.ConfigureAwait(false);
        var packageRef = package is null ? "" : await deployment.Packages.RegisterAsync(package).ConfigureAwait(false);
        var serializer = new Serializer(keepOutputs: false, referencesAreDependencies: true, await deployment.Features.ResourceReferencesAsync.ConfigureAwait(false));
        var inputs = await SerializeAsync(serializer, args ?? InvokeArgs.Empty).ConfigureAwait(false);
        var dependsOn = options is InvokeOutputOptions { DependsOn: var list } && (await list.ToOutput().DataAsync.ConfigureAwait(false)).Value is { IsDefault: false } given ? given : [];
        var resources = serializer.Resources.Concat(dependsOn).ToImmutableHashSet();
        var isSecret = PropertyMarks.HasSecret(inputs);

        if (PropertyMarks.HasUnknown(inputs) || await AnyIdUnknownAsync(resources).ConfigureAwait(false))
        {
            return new(resources, default!, false, isSecret);
        }

        var provider = options?.Provider ?? options?.Parent?.GetProvider(Resource.PackageOf(token));
        var response = await EngineCalls.AnswerAsync(
            deployment.Monitor.InvokeAsync(new()
            {
                Tok = token,
                Args = PropertyMarshaller.ToStruct(((PropertyValue.ObjectValue)inputs).Properties, MarshalOptions.NoOutputs),
                Provider = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false),
                Version = options?.Version ?? "",
                PluginDownloadURL = options?.PluginDownloadURL ?? "",
                AcceptResources = deployment.Settings.ResourceReferences,
                PackageRef = packageRef,
            }),
            $"Invoking '{token}'").ConfigureAwait(false);
        Check(token, response.Failures);
        if (response.Unknown)
        {
            return new(resources, default!, false, isSecret);
        }

        var data = Converter.Convert<T>(token, Result(token, EngineCalls.Read(response.Return, $"Invoking '{token}'"), single));
        return data with { Resources = resources.Union(data.Resources), IsSecret = data.IsSecret || isSecret };
    }

    /// <summary>Calls a method of a resource and reads its result (protocol facts, section 2.1.6).</summary>
    /// <param name="token">The method.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="self">The resource.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="package">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public async Task<OutputData<T>> CallAsync<T>(string token, CallArgs? args, Resource? self, CallOptions? options, RegisterPackageRequest? package)
    {
        var packageRef = package is null ? "" : await deployment.Packages.RegisterAsync(package).ConfigureAwait(false);
        var provider = options?.Provider ?? self?.GetProvider(Resource.PackageOf(token)) ?? options?.Parent?.GetProvider(Resource.PackageOf(token));
        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = new(),
            Version = options?.Version ?? self?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? self?.PluginDownloadURL ?? "",
            PackageRef = packageRef,
        };
        var references = await deployment.Features.ResourceReferencesAsync.ConfigureAwait(false);
        var outputs = await deployment.Features.OutputValuesAsync.ConfigureAwait(false);
        IEnumerable<KeyValuePair<string, object?>> values = (args ?? CallArgs.Empty).Values();
        foreach (var (name, value) in self is null ? values : values.Append(KeyValuePair.Create<string, object?>("__self__", self)))
        {
            var serializer = new Serializer(outputs, referencesAreDependencies: true, references);
            if (await Registrar.SerializedAsync(serializer, name, value).ConfigureAwait(false) is { } property)
            {
                request.Args.Fields.Add(name, PropertyMarshaller.ToValue(property, MarshalOptions.KeepAll));
                request.ArgDependencies.Add(name, new ResourceCallRequest.Types.ArgumentDependencies { Urns = { await Dependencies.ExpandAsync(serializer.Resources).ConfigureAwait(false) } });
            }
        }

        request.Provider = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
        var response = await EngineCalls.AnswerAsync(deployment.Monitor.CallAsync(request), $"Calling '{token}'").ConfigureAwait(false);
        Check(token, response.Failures);
        var data = Converter.Convert<T>(token, PropertyValue.Of(EngineCalls.Read(response.Return, $"Calling '{token}'")));
        var sources = response.ReturnDependencies.Values.SelectMany(entry => entry.Urns).Distinct().Select(urn => (Resource)new DependencyResource(urn));
        return data with { Resources = data.Resources.Union(sources) };
    }

    private static async Task<PropertyValue> SerializeAsync(Serializer serializer, InvokeArgs args)
    {
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, value) in args.Values())
        {
            if (await Registrar.SerializedAsync(serializer, name, value).ConfigureAwait(false) is { } property)
            {
                properties.Add(KeyValuePair.Create(name, property));
            }
        }

        return PropertyValue.Of(PropertyMap.From(properties));
    }

    private static async Task<bool> AnyIdUnknownAsync(ImmutableHashSet<Resource> resources)
    {
        foreach (var resource in Dependencies.Reached(resources).OfType<CustomResource>())
        {
            // Of a bare dependency only the URN is known, which says nothing about its id.
            if (resource is not DependencyResource && !(await resource.Id.DataAsync.ConfigureAwait(false)).IsKnown)
            {
                return true;
            }
        }

        return false;
    }

    private static PropertyValue Result(string token, PropertyMap result, bool single)
    {
        if (!single)
        {
            return PropertyValue.Of(result);
        }

        return result.Count > 0 ? result.Values.First() : throw new RunException($"The function '{token}' returned nothing where one value was expected.");
    }

    private static void Check(string token, RepeatedField<CheckFailure> failures)
    {
        if (failures.Count > 0)
        {
            var reasons = string.Join("; ", failures.Select(failure => failure.Property.Length > 0 ? $"{failure.Reason} ({failure.Property})" : failure.Reason));
            throw new RunException($"Invoke of '{token}' failed: {reasons}");
        }
    }
}
