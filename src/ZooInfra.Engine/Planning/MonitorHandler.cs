using System.Collections.Concurrent;
using Pulumirpc;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Monitor;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Answers what the program of one run says and asks.</summary>
internal sealed class MonitorHandler : IMonitorHandler
{
    private readonly RunContext _context;
    private readonly RunParts _parts;
    private readonly ConcurrentDictionary<string, bool> _outputsGiven = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _programDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stepsDone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MonitorHandler(RunContext context, RunParts parts)
    {
        (_context, _parts) = (context, parts);
    }

    /// <summary>Completes when the program has said all it has to say.</summary>
    public Task ProgramDone => _programDone.Task;

    /// <summary>The outputs that the program gave the stack.</summary>
    public PropertyMap StackOutputs { get; private set; } = PropertyMap.Empty;

    /// <summary>Lets the program go: there is nothing more to be done.</summary>
    public void StepsDone() => _stepsDone.TrySetResult();

    public async Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var (urn, index) = ("", (int?)null);
        return await GuardAsync(() => urn.Length == 0 ? null : urn, $"Resource '{request.Name}' of type '{request.Type}' was registered", async stop =>
        {
            request = await _parts.Transforms.ApplyAsync(request, stop);
            var goal = _parts.Goals.Read(request);
            urn = goal.Urn.Text;
            stop.ThrowIfCancellationRequested();
            _parts.Registrations.Admit(goal);
            RequirePassphraseFor(goal.Inputs, urn);
            (index, var alias) = _parts.Registrations.Match(goal);
            var isTarget = _parts.Targets.Cover(goal, alias);
            try
            {
                if (_parts.Registrations.Missing(goal) is { } missing && (missing.End != RegistrationEnd.NotTargeted || isTarget))
                {
                    return Without(request, goal, alias, index, missing);
                }

                var state = !isTarget ? _parts.Stepper.Leave(goal, index)
                    : goal.IsProvider ? await _parts.Providers.RegisterAsync(goal, index, stop)
                    : await _parts.Stepper.StepAsync(goal, index, stop);
                RequirePassphraseFor(state?.Outputs ?? PropertyMap.Empty, urn);
                _parts.Registrations.Add(new(goal, state, alias, state is null ? RegistrationEnd.NotTargeted : RegistrationEnd.Done));
                return Answer(request, goal, state);
            }
            catch (Exception e) when (e is RunException or StepFailedException && _parts.Control.ContinuesOnError)
            {
                if (e is RunException)
                {
                    _context.Report(Severity.Error, urn, e.Message);
                }

                _parts.Control.Fail();
                return End(request, goal, alias, index, RegistrationEnd.Failed);
            }
        }, cancellationToken);
    }

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellationToken)
    {
        var urn = "";
        return GuardAsync(() => urn.Length == 0 ? null : urn, $"The read of '{request.Name}' of type '{request.Type}' came", async stop =>
        {
            var goal = _parts.Goals.Read(request);
            urn = goal.Urn.Text;
            stop.ThrowIfCancellationRequested();
            _parts.Registrations.Admit(goal);
            RequirePassphraseFor(goal.Inputs, urn);
            var (index, alias) = _parts.Registrations.Match(goal);
            var state = await _parts.Reader.ReadAsync(goal, request.Id, index, stop);
            RequirePassphraseFor(state.Outputs, urn);
            _parts.Registrations.Add(new(goal, state, alias, RegistrationEnd.Done));
            return new ReadResourceResponse
            {
                Urn = urn,
                Properties = PropertyMarshaller.ToStruct(Known(state.Outputs), new MarshalOptions(request.AcceptSecrets, request.AcceptResources, KeepOutputs: false)),
            };
        }, cancellationToken);
    }

    public Task RegisterOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken)
        => GuardAsync(() => request.Urn, $"Outputs of {request.Urn} were registered", async stop =>
        {
            if (_parts.Registrations.Find(request.Urn) is not { } registered)
            {
                throw new RunException($"Outputs of {request.Urn} were registered before the resource itself.");
            }

            if (!_outputsGiven.TryAdd(request.Urn, true))
            {
                throw new RunException($"Outputs of {request.Urn} were registered twice.");
            }

            var outputs = OutputValues.Downgrade(PropertyMarshaller.FromStruct(request.Outputs));
            RequirePassphraseFor(outputs, request.Urn);
            if (registered.Goal.IsStack)
            {
                StackOutputs = outputs;
            }

            if (registered.State is { } state && _parts.Targets.Cover(registered.Goal, registered.Alias))
            {
                var made = state with { Outputs = outputs };
                _parts.Registrations.Add(registered with { State = made });
                if (!state.Outputs.Equals(outputs))
                {
                    _parts.Session?.Append(new JournalEntry.Outputs(request.Urn, outputs), durable: false);
                }

                await _parts.Stepper.AfterComponentAsync(registered.Goal, made, stop);
            }

            return true;
        }, cancellationToken);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
        => GuardAsync(() => null, $"The function {request.Tok} was called", async stop => await _parts.Functions.InvokeAsync(await _parts.Transforms.ApplyAsync(request, stop), stop), cancellationToken);

    public Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
        => GuardAsync(() => null, $"The method {request.Tok} was called", stop => _parts.Functions.CallAsync(request, stop), cancellationToken);

    public void RegisterStackTransform(Callback callback) => _parts.Transforms.Register(callback);

    public void RegisterInvokeTransform(Callback callback) => _parts.Transforms.RegisterForInvokes(callback);

    public void RegisterHook(RegisterResourceHookRequest request) => _parts.Hooks.Register(request);

    public void RegisterHook(RegisterErrorHookRequest request) => _parts.Hooks.Register(request);

    public DeploymentInfo Info() => new()
    {
        Project = _context.Project,
        Stack = _context.Stack,
        Organization = "organization",
        Config = { _context.Config.ToDictionary() },
        ConfigSecretKeys = { _context.SecretConfigKeys },
        DryRun = _parts.Executor.Preview,
        Parallel = _context.Parallel,
        SupportedFeatures = { MonitorFeatures.All },
    };

    public async Task ShutdownAsync()
    {
        if (!_programDone.TrySetResult())
        {
            throw new RunException("Already waiting for shutdown.");
        }

        await _stepsDone.Task;
    }

    public void Log(Severity severity, string? urn, string message) => _context.Report(severity, urn, message);

    public Exception Refuse(string feature)
    {
        _context.Report(Severity.Error, null, $"The program uses {feature}, which the embedded engine does not have yet. Run this stack with the Pulumi CLI: pulumi up -s {_context.Stack}");
        return _parts.Control.Abort();
    }

    /// <summary>What goes wrong is told to the user and ends the run, and with it the call.</summary>
    private async Task<T> GuardAsync<T>(Func<string?> urn, string what, Func<CancellationToken, Task<T>> answer, CancellationToken cancellationToken)
    {
        try
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _parts.Control.Stopped);
            return await answer(linked.Token);
        }
        catch (RunException e)
        {
            _context.Report(Severity.Error, urn(), e.Message);
        }
        catch (StepFailedException)
        {
            // It has been reported.
        }
        catch (FormatException e)
        {
            _context.Report(Severity.Error, urn(), $"{what} with values that cannot be read: {e.Message}");
        }
        catch (StateException e)
        {
            _context.Report(Severity.Error, null, e.Message);
        }
        catch (OperationCanceledException)
        {
            throw new MonitorClosedException();
        }

        throw _parts.Control.Abort();
    }

    /// <summary>The end of a registration that cannot be had, since it needs what did not come about.</summary>
    private RegisterResourceResponse Without(RegisterResourceRequest request, Goal goal, ResourceUrn? alias, int? index, Registered missing)
        => missing.End == RegistrationEnd.NotTargeted
            ? throw new RunException($"{goal.Urn} depends on {missing.Goal.Urn}, which does not exist yet and is not a target. Add --target {missing.Goal.Urn}.")
            : End(request, goal, alias, index, RegistrationEnd.Skipped);

    private RegisterResourceResponse End(RegisterResourceRequest request, Goal goal, ResourceUrn? alias, int? index, RegistrationEnd end)
    {
        if (index is { } held)
        {
            _parts.Base.Hold(held);
        }

        _parts.Registrations.Add(new(goal, null, alias, end));
        return request.SupportsResultReporting
            ? new() { Urn = goal.Urn.Text, Object = new(), Result = end == RegistrationEnd.Failed ? Result.Fail : Result.Skip }
            : throw new RegistrationFailedException();
    }

    /// <summary>
    /// Refuses before anything is done, not when the state is to be written. A preview does so for outputs too: a provider marks what will be secret
    /// before it is known, and an update comes after a preview.
    /// </summary>
    private void RequirePassphraseFor(PropertyMap properties, string urn)
    {
        if (!_context.Secrets.IsUsable && SecretPaths.First(properties) is { } path)
        {
            throw new RunException($"'{path}' of {urn} is secret, and no passphrase is set to keep it with: set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it. Nothing was written.");
        }
    }

    private static RegisterResourceResponse Answer(RegisterResourceRequest request, Goal goal, ResourceState? state)
    {
        var outputs = request.Custom ? state?.Outputs ?? PropertyMap.Empty : PropertyMap.Empty;
        return new RegisterResourceResponse
        {
            Urn = goal.Urn.Text,
            Id = state is null || state.Id == Signatures.Unknown ? "" : state.Id,
            Object = PropertyMarshaller.ToStruct(request.SupportsPartialValues ? outputs : Known(outputs), new MarshalOptions(request.AcceptSecrets, request.AcceptResources, KeepOutputs: false)),
            Unknown = state is null,
        };
    }

    private static PropertyMap Known(PropertyMap outputs) => outputs.Values.Any(Unknowns.In) ? PropertyMap.From(outputs.Where(output => !Unknowns.In(output.Value))) : outputs;
}
