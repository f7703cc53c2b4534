using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ZooInfra.Api.Access;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Vpn;

/// <summary>Finds the client of a request, and answers it by the methods there are. Whether the caller may is decided before, by the gate.</summary>
internal sealed class VpnDoor(Platform platform)
{
    private const int LongestKey = 255;

    /// <summary>The client of the path; the gate lets nobody by to one that is not there.</summary>
    public Client Client(HttpContext context) => platform.Find((string)context.Request.RouteValues["id"]!)!;

    /// <summary>Whether the caller may know of an operation: the path does not say whose it is, so the gate cannot.</summary>
    /// <exception cref="RefusalException">The caller sees the client, and may not manage its VPN.</exception>
    public bool Shows(HttpContext context, Operation operation)
    {
        var caller = context.Caller();
        if (platform.Find(operation.Client) is null || !caller.Sees(operation.Client))
        {
            return false;
        }

        return caller.May(Scope.ManageVpn, operation.Client) ? true
            : throw new RefusalException(new(StatusCodes.Status403Forbidden, $"You may not manage the VPN of '{operation.Client}': that takes the scope {Scope.ManageVpn.Name()}.") { Scope = Scope.ManageVpn.Name() });
    }

    /// <summary>Answers by the method of the request; HEAD is answered as GET, others are told which there are. Refusals become answers.</summary>
    public static async Task AnswerAsync(HttpContext context, params (string Method, Func<HttpContext, Task> Answer)[] methods)
    {
        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        try
        {
            if (Array.Find(methods, known => known.Method == method) is { Answer: { } answer })
            {
                await answer(context);
                return;
            }

            var allowed = string.Join(", ", methods.SelectMany(known => known.Method == HttpMethods.Get ? (string[])["GET", "HEAD"] : [known.Method]));
            context.Response.Headers.Allow = allowed;
            await new Refusal(StatusCodes.Status405MethodNotAllowed, $"This takes {allowed}.").WriteAsync(context);
        }
        catch (RefusalException e)
        {
            await e.Refusal.WriteAsync(context);
        }
        catch (ApplyException e)
        {
            await new Refusal(StatusCodes.Status502BadGateway, e.Message).WriteAsync(context);
        }
    }

    /// <summary>The idempotency key of a request with a digest of what it asks for; null when it has none.</summary>
    /// <exception cref="RefusalException">The header is no key.</exception>
    public static (string Key, string Hash)? KeyOf(HttpContext context, RequestBody body)
    {
        var header = context.Request.Headers["Idempotency-Key"];
        if (header.Count == 0)
        {
            return null;
        }

        if (header is not [{ Length: > 0 and <= LongestKey } key] || !key.All(c => c is > ' ' and <= '~'))
        {
            throw new RefusalException(new(StatusCodes.Status400BadRequest, $"The header Idempotency-Key must be there once, with 1 to {LongestKey} visible ASCII characters, such as a UUID."));
        }

        byte[] asked = [.. Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path.Value}\n"), .. body.Content];
        return (key, Convert.ToHexStringLower(SHA256.HashData(asked)));
    }
}
