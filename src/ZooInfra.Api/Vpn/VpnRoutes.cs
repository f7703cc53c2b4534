using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Vpn;

/// <summary>VPN peers by request, under <c>/client/{id}/vpn/peers</c>.</summary>
internal sealed class VpnRoutes(VpnDoor door, VpnDesk desk, OperationJournal journal, VpnHosting hosting)
{
    private const string Json = "application/json";
    private const int Png = 1;

    private static readonly string[] Forms = [Accept.Text, "image/png"];

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.Map("/client/{id}/vpn/peers", context => VpnDoor.AnswerAsync(context, ("GET", ListAsync), ("POST", CreateAsync), ("DELETE", RevokeAllAsync))).Requires(Scope.ManageVpn);
        endpoints.Map("/client/{id}/vpn/peers/{name}", context => VpnDoor.AnswerAsync(context, ("GET", GetAsync), ("DELETE", RevokeAsync))).Requires(Scope.ManageVpn);
        endpoints.Map("/client/{id}/vpn/peers/{name}/configuration", context => VpnDoor.AnswerAsync(context, ("GET", ConfigurationAsync))).Requires(Scope.ManageVpn);
        endpoints.Map("/client/{id}/vpn/peers/{name}/rotate", context => VpnDoor.AnswerAsync(context, ("POST", RotateAsync))).Requires(Scope.ManageVpn);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var client = door.Client(context);
        await AuditedAsync(context, client, "vpn.create", "", async () =>
        {
            var body = await RequestBody.ReadAsync(context, PeerRequest.Members);
            return await desk.CreateAsync(client, context.Caller().Name, body, VpnDoor.KeyOf(context, body), context.RequestAborted);
        }, operation => AnswerMadeAsync(context, client, operation, StatusCodes.Status201Created));
    }

    private async Task RotateAsync(HttpContext context)
    {
        var client = door.Client(context);
        var name = Name(context);
        await AuditedAsync(context, client, "vpn.rotate", name, async () =>
        {
            var body = await RequestBody.ReadAsync(context, "overlap_hours", "public_key");
            return await desk.RotateAsync(client, context.Caller().Name, name, body, VpnDoor.KeyOf(context, body), context.RequestAborted);
        }, operation => AnswerMadeAsync(context, client, operation, StatusCodes.Status200OK));
    }

    private async Task RevokeAsync(HttpContext context)
    {
        var client = door.Client(context);
        var name = Name(context);
        await AuditedAsync(context, client, "vpn.revoke", name, () => desk.RevokeAsync(client, context.Caller().Name, name, context.RequestAborted), async operation =>
        {
            operation = await EndOfAsync(context, operation);
            if (operation.State == OperationState.Succeeded)
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            await AnswerAcceptedAsync(context, operation);
        });
    }

    private async Task RevokeAllAsync(HttpContext context)
    {
        var client = door.Client(context);
        if (context.Request.Query["person"] is not [{ Length: > 0 } person])
        {
            throw new RefusalException(new(StatusCodes.Status400BadRequest, $"Say whose peers shall end: DELETE /client/{client.Id}/vpn/peers?person=NAME. One peer ends by DELETE /client/{client.Id}/vpn/peers/PEER."));
        }

        IReadOnlyList<Operation> operations;
        try
        {
            operations = await desk.RevokeAllAsync(client, context.Caller().Name, person, context.RequestAborted);
        }
        catch (RefusalException e)
        {
            await hosting.AuditAsync(AuditEntry.Of(context, "vpn.revoke", client.Id, person, Text(e.Refusal.Status)), CancellationToken.None);
            throw;
        }

        foreach (var operation in operations)
        {
            await hosting.AuditAsync(AuditEntry.Of(context, "vpn.revoke", client.Id, $"{operation.Peer} {operation.Link}", "accepted"), CancellationToken.None);
        }

        Operation[] ended = [.. await Task.WhenAll(operations.Select(operation => EndOfAsync(context, operation)))];
        context.Response.StatusCode = ended.All(operation => operation.IsDone) ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        await WriteAsync(context, Body.Json(json =>
        {
            json.WriteStartArray("operations");
            foreach (var operation in ended)
            {
                json.WriteStartObject();
                PeerJson.Write(json, operation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }

    private async Task ListAsync(HttpContext context)
    {
        var client = door.Client(context);
        var (after, limit) = Paging.Of(context);
        var open = await journal.OpenAsync(client.Id, context.RequestAborted);
        var rows = (await journal.PeersAsync(client.Id, context.RequestAborted)).Where(row => after is null || string.CompareOrdinal(row.Peer.Name, after) > 0).Take(limit + 1).ToList();
        await WriteAsync(context, Body.Json(json =>
        {
            json.WriteStartArray("peers");
            foreach (var row in rows.Take(limit))
            {
                json.WriteStartObject();
                PeerJson.Write(json, client.Id, row.Peer, desk.Time.GetUtcNow());
                json.WriteString("requested", Operation.Text(row.Created));
                json.WriteString("requested_by", row.RequestedBy);
                json.WriteString("operation", open.FirstOrDefault(operation => operation.Peer == row.Peer.Name)?.Link);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", rows.Count > limit ? $"/client/{client.Id}/vpn/peers?after={rows[limit - 1].Peer.Name}&limit={Text(limit)}" : null);
        }));
    }

    private async Task GetAsync(HttpContext context)
    {
        var client = door.Client(context);
        var row = await RowAsync(context, client);
        var open = (await journal.OpenAsync(client.Id, context.RequestAborted)).FirstOrDefault(operation => operation.Peer == row.Peer.Name);
        var made = await hosting.Apply.ReadAsync(client, new(row.Peer.Service, row.Peer.Name), context.RequestAborted);
        await WriteAsync(context, Body.Json(json =>
        {
            PeerJson.Write(json, client.Id, row.Peer, desk.Time.GetUtcNow());
            json.WriteString("requested", Operation.Text(row.Created));
            json.WriteString("requested_by", row.RequestedBy);
            json.WriteString("operation", open?.Link);
            PeerJson.Write(json, made);
        }));
    }

    private async Task ConfigurationAsync(HttpContext context)
    {
        var client = door.Client(context);
        var row = await RowAsync(context, client);
        var made = await hosting.Apply.ReadAsync(client, new(row.Peer.Service, row.Peer.Name), context.RequestAborted);
        var refusal = row.Peer.PublicKey is not null ? $"'{row.Peer.Name}' keeps its own key, so there is no configuration with a key to hand out."
            : made?.Configuration is null ? $"'{row.Peer.Name}' is not made yet; /client/{client.Id}/operations lists what is under way."
            : null;
        if (refusal is not null)
        {
            throw new RefusalException(new(StatusCodes.Status404NotFound, refusal));
        }

        var form = Accept.Choose(context.Request, Forms);
        if (form < 0)
        {
            throw new RefusalException(new(StatusCodes.Status406NotAcceptable, $"This is served as {string.Join(" and ", Forms)}; ask for one of them in Accept."));
        }

        await hosting.AuditAsync(AuditEntry.Of(context, "vpn.configuration.read", client.Id, row.Peer.Name, Text(StatusCodes.Status200OK)), CancellationToken.None);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept";
        await (form == Png
            ? Body.WriteAsync(context, "image/png", Convert.FromBase64String(made!.QrPng!))
            : Body.WriteAsync(context, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(made!.Configuration!)));
    }

    /// <summary>The answer to a request that makes a key: with the configuration, which is read from the state and kept nowhere else.</summary>
    private async Task AnswerMadeAsync(HttpContext context, Client client, Operation operation, int status)
    {
        operation = await EndOfAsync(context, operation);
        if (operation.State != OperationState.Succeeded)
        {
            await AnswerAcceptedAsync(context, operation);
            return;
        }

        var peer = operation.After!;

        // A peer of this name that was asked for after this request is another one.
        var now = (await journal.PeersAsync(client.Id, context.RequestAborted)).FirstOrDefault(row => row.Peer.Name == peer.Name && row.Created <= operation.Created)?.Peer;
        var made = now?.KeyGeneration == peer.KeyGeneration && now.PublicKey == peer.PublicKey ? await hosting.Apply.ReadAsync(client, new(peer.Service, peer.Name), context.RequestAborted) : null;
        if (made is null)
        {
            throw new RefusalException(new(StatusCodes.Status409Conflict, $"This request was done, and '{peer.Name}' has been rotated or has ended since.") { Operation = operation.Link });
        }

        if (made.Configuration is not null)
        {
            await hosting.AuditAsync(AuditEntry.Of(context, "vpn.configuration.read", client.Id, peer.Name, Text(status)), CancellationToken.None);
        }

        context.Response.StatusCode = status;
        context.Response.Headers.Location = PeerJson.Link(client.Id, peer.Name);
        await WriteAsync(context, Body.Json(json =>
        {
            PeerJson.Write(json, client.Id, peer, desk.Time.GetUtcNow());
            PeerJson.Write(json, made);
            json.WriteString("configuration", made.Configuration);
            json.WriteString("qr_png_base64", made.QrPng);
            json.WriteString("operation", operation.Link);
        }));
    }

    private static async Task AnswerAcceptedAsync(HttpContext context, Operation operation)
    {
        if (operation is { State: OperationState.Failed, Problem: { } problem })
        {
            await new Refusal(problem.Status, problem.Detail) { Rule = problem.Rule, Urn = problem.Urn, Operation = operation.Link }.WriteAsync(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = operation.Link;
        await WriteAsync(context, Body.Json(json => PeerJson.Write(json, operation)));
    }

    private Task<Operation> EndOfAsync(HttpContext context, Operation operation)
    {
        if (!context.Request.Headers["Prefer"].Any(prefer => prefer!.Split(',').Any(part => part.Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase))))
        {
            return desk.WaitAsync(operation, context.RequestAborted);
        }

        context.Response.Headers["Preference-Applied"] = "respond-async";
        return Task.FromResult(operation);
    }

    private async Task AuditedAsync(HttpContext context, Client client, string action, string target, Func<Task<Operation>> accept, Func<Operation, Task> answer)
    {
        Operation operation;
        try
        {
            operation = await accept();
        }
        catch (RefusalException e)
        {
            await hosting.AuditAsync(AuditEntry.Of(context, action, client.Id, target, Text(e.Refusal.Status)), CancellationToken.None);
            throw;
        }

        await hosting.AuditAsync(AuditEntry.Of(context, action, client.Id, $"{operation.Peer} {operation.Link}", "accepted"), CancellationToken.None);
        await answer(operation);
    }

    private async Task<PeerRow> RowAsync(HttpContext context, Client client)
        => (await journal.PeersAsync(client.Id, context.RequestAborted)).FirstOrDefault(row => row.Peer.Name == Name(context)) ?? throw VpnDesk.NoPeer(client.Id, Name(context));

    private static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Body.WriteAsync(context, Json, body);
    }

    private static string Name(HttpContext context) => (string)context.Request.RouteValues["name"]!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
